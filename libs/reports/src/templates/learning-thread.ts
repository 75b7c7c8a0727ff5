import { answerTask } from '@xiaohao/threads';
import { readFormerReport, type LearningTask } from './former-report-reading.js';

// The file a thread of its own runs.
await answerTask((task: LearningTask) => readFormerReport(task));
