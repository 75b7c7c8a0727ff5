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
export { ReminderService, type MessagePreview, type ReminderPlan, type SweepResult } from './reminder.service.js';
export { RemindersModule } from './reminders.module.js';
export type { Watchdog } from './watchdog.js';
