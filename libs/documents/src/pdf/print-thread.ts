import { answerTasks } from '@xiaohao/threads';
import { printDirectly } from './direct-printer.js';
import type { PrintTask } from './thread-printer.js';

// The file a thread of its own runs.
answerTasks(({ document, faces }: PrintTask) => printDirectly(Buffer.from(document), faces));
