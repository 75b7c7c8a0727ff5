export {
  actionLabels,
  dutyLabels,
  extensionReasonLabels,
  figureGroupLabels,
  kindLabels,
  lightLabels,
  needLabels,
  roleLabels,
  statusLabels,
  type Label,
} from './labels.js';
export { eventChanges, eventSentence } from './events.js';
