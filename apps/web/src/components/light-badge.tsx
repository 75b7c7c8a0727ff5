import type { Day, Light, TicketStatus } from '@xiaohao/domain';
import { statusLabels } from '@xiaohao/messages';
import { useToday } from '../api/session.js';
import { labelText, t } from '../language.js';
import { daysLeft } from './day-words.js';

/** A shape of its own for each light, so that it can be read in print and without colour. */
export const lightShapes: Readonly<Record<Light, string>> = { green: '●', yellow: '▲', red: '■', grey: '○', none: '–' };

export interface Lit {
  light: Light;
  status: TicketStatus;
  deadline: { kind: string; dueOn: Day | null; ongoing: boolean };
}

/** What the light says in words. */
export function lightWords({ light, status, deadline }: Lit, today: Day): string {
  if (light === 'green') return t('light.green');
  if (light === 'yellow' || light === 'red')
    return deadline.dueOn ? daysLeft(deadline.dueOn, today) : t(`light.${light}`);
  if (light === 'grey') return labelText(statusLabels[status]);
  if (status === 'in_progress' || status === 'assigned') {
    return deadline.ongoing || deadline.kind === 'ongoing' ? t('light.ongoing') : t('light.undated');
  }
  return labelText(statusLabels[status]);
}

export function LightBadge({ lit }: { lit: Lit }) {
  const today = useToday();
  return (
    <span className={`light light-${lit.light}`}>
      <span className="light-shape" aria-hidden="true">
        {lightShapes[lit.light]}
      </span>
      {lightWords(lit, today)}
    </span>
  );
}
