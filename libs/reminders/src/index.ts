export { deliveryStatuses, type DeliveryFilter, type LoggedDelivery } from './delivery-log.queries.js';
export type { CalendarDayCounts } from './reminder-calendar.js';
export type { PlannedMessage } from './reminder-message.js';
export type { RuleEdit } from './reminder-rule.queries.js';
export {
  audiences,
  audiencesFor,
  channels,
  ruleSentence,
  seedReminderRules,
  type Audience,
  type ReminderRule,
  type RuleMoment,
} from './reminder-rules.js';
export { FilingUrgeService, type Urged } from './filing-urge.service.js';
export { ReminderPreviewService, type MessagePreview } from './reminder-preview.service.js';
export { ReminderService, type SweepResult } from './reminder.service.js';
export { RemindersModule } from './reminders.module.js';
export { readWatchdog, type Watchdog } from './watchdog.js';
export type { ReminderPlan } from './reminder-plan.js';
