export { EmailAction } from './email/EmailAction';
export { PassAction } from './pass/PassAction';
export { PasswordAction } from './password/PasswordAction';
export { ResetAction } from './reset/ResetAction';
export { SessionsAction } from './sessions/SessionsAction';
