import { answerTasks } from '@xiaohao/threads';
import { readCircular, type CircularTask } from '../comparing/circular-reading.js';
import { readFormerReport, type LearningTask } from './former-report-reading.js';
import { makeTemplate, type TemplateTask } from './former-report-template.js';
import { readLeft, type LeftTask } from './template-left.js';

// The file a thread of its own runs.
answerTasks<LearningTask | TemplateTask | CircularTask | LeftTask, unknown>((task) => {
  if ('template' in task) return readLeft(task);
  if ('chosen' in task) return makeTemplate(task);
  return 'reportPeriod' in task ? readCircular(task) : readFormerReport(task);
});
