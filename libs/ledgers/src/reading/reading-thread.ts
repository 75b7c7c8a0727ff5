import { answerTasks } from '@xiaohao/threads';
import { readInParts } from './reading-task.js';

// The file a thread of its own runs.
answerTasks(readInParts);
