export * from './change';
export { ChangeOutcome } from './ChangeOutcome';
export { ConfirmDialog } from './ConfirmDialog';
export { SHARED_ERRORS } from './errors';
export type { ChangeTexts } from './texts';
export { useChange, type Task, type Told } from './useChange';
