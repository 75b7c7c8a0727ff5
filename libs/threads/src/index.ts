export { answerTasks, type GivePart } from './answer-task.js';
export type { ThreadFailure } from './thread-answer.js';
export { ThreadWork, type ThreadBounds, type ThreadRun } from './thread-work.js';
