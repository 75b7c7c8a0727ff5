export { AppError, errorText, type ErrorDetails } from './app-error.js';
export { errorTable, type ErrorCode } from './error-table.js';
