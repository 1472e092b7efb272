export { EmailAction } from './email/EmailAction';
export { PassAction } from './pass/PassAction';
