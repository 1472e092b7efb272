export { possibleTypes } from './generated/possible-types';
export * from './generated/documents';
export * from './generated/texts';
export { isRefusal, type RefusingAnswer, type RequestError } from './answer';
export * from './errors';
export * from './outcome';
export { lookAt, type Look } from './phone-number';
export * from './settle';
export * from './validation';
