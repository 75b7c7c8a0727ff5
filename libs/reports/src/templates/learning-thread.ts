import { answerTasks } from '@xiaohao/threads';
import { readFormerReport, type LearningTask } from './former-report-reading.js';
import { makeTemplate, type TemplateTask } from './former-report-template.js';
import { readLeft, type LeftTask } from './template-left.js';

// The file a thread of its own runs.
answerTasks<LearningTask | TemplateTask | LeftTask, unknown>((task) => {
  if ('template' in task) return readLeft(task);
  return 'chosen' in task ? makeTemplate(task) : readFormerReport(task);
});
