import { answerTasks } from '@xiaohao/threads';
import { readFormerReport, type LearningTask } from './former-report-reading.js';
import { makeTemplate, type TemplateTask } from './former-report-template.js';

// The file a thread of its own runs.
answerTasks<LearningTask | TemplateTask, unknown>((task) =>
  'chosen' in task ? makeTemplate(task) : readFormerReport(task),
);
