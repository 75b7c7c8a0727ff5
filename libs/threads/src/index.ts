export { answerTask } from './answer-task.js';
export { ThreadWork, type ThreadBounds } from './thread-work.js';
