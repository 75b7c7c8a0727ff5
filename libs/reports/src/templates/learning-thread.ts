import { answerTask } from '@xiaohao/threads';
import { readCircular, type CircularTask } from '../comparing/circular-reading.js';
import { readFormerReport, type LearningTask } from './former-report-reading.js';
import { makeTemplate, type TemplateTask } from './former-report-template.js';

// The file a thread of its own runs.
await answerTask<LearningTask | TemplateTask | CircularTask, unknown>((task) => {
  if ('chosen' in task) return makeTemplate(task);
  return 'reportPeriod' in task ? readCircular(task) : readFormerReport(task);
});
