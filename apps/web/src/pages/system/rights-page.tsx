import {
  officesOf,
  permissions,
  permissionTable,
  roles,
  sightTable,
  ticketActions,
  ticketFlow,
  ticketKinds,
  type FlowRow,
  type KindOffices,
  type TicketAction,
} from '@xiaohao/domain';
import {
  actionLabels,
  chainLabels,
  dutyLabels,
  kindLabels,
  needLabels,
  permissionLabels,
  roleLabels,
  sightLabels,
  statusLabels,
} from '@xiaohao/messages';
import { useMe } from '../../api/session.js';
import { NamedRows } from '../../components/named-rows.js';
import { PageHead } from '../../components/page-head.js';
import { Section } from '../../components/section.js';
import { labelText, t } from '../../language.js';

const flow: Readonly<Record<TicketAction, FlowRow>> = ticketFlow;
const listed = (words: readonly string[]) => words.join('、') || '—';
/** These tables hold words, which break. */
const wordy = 'figure-table rights-table';
const ofWords = () => undefined;
const yes = (
  <span role="img" aria-label={t('rights.yes')}>
    ●
  </span>
);

/** The tables the server itself acts on, as they are built into this page. */
export function RightsPage() {
  const mine = useMe().data?.roles ?? [];
  const roleName = (role: (typeof roles)[number]) =>
    labelText(roleLabels[role]) + (mine.includes(role) ? t('rights.mine') : '');
  return (
    <div className="page">
      <PageHead title={t('nav.rights')} note={t('rights.note')} />
      <Section title={t('rights.sight')}>
        <p className="faint">{t('rights.sightNote')}</p>
        <NamedRows
          className={wordy}
          cellClass={ofWords}
          label={t('rights.sight')}
          heads={[t('rights.role'), t('rights.sight')]}
          rows={roles.map((role) => [
            roleName(role),
            sightTable[role].map((sight) => labelText(sightLabels[sight])).join('；') || t('rights.none'),
          ])}
        />
      </Section>
      <Section title={t('rights.permission')}>
        <NamedRows
          className={wordy}
          label={t('rights.permission')}
          heads={[t('rights.function'), ...roles.map(roleName)]}
          rows={permissions.map((permission) => [
            labelText(permissionLabels[permission]),
            ...roles.map((role) => (permissionTable[role].includes(permission) ? yes : '')),
          ])}
          cellClass={(column) => (mine.includes(roles[column] as (typeof roles)[number]) ? 'is-mine' : undefined)}
        />
      </Section>
      <Section title={t('rights.kinds')}>
        <NamedRows
          className={wordy}
          cellClass={ofWords}
          label={t('rights.kinds')}
          heads={[t('rights.kind'), t('rights.coordinator'), t('rights.chain'), t('rights.acceptor')]}
          rows={[
            ...ticketKinds.map((kind) => officeRow(labelText(kindLabels[kind]), officesOf(kind, null))),
            officeRow(t('rights.majorHazard'), officesOf('hazard', 'major')),
          ]}
        />
      </Section>
      <Section title={t('rights.flow')}>
        <p className="faint">{t('rights.flowNote')}</p>
        <NamedRows
          className={wordy}
          cellClass={ofWords}
          label={t('rights.flow')}
          heads={[t('rights.step'), t('rights.from'), t('rights.by'), t('rights.needs')]}
          rows={ticketActions.map((action) => {
            const { from, by, needs } = flow[action];
            return [
              labelText(actionLabels[action]),
              listed(from.map((status) => labelText(statusLabels[status]))),
              by.length > 0 ? listed(by.map((duty) => labelText(dutyLabels[duty]))) : t('rights.byReviewer'),
              listed(needs.map((need) => labelText(needLabels[need]))),
            ];
          })}
        />
      </Section>
    </div>
  );
}

function officeRow(name: string, { coordinator, chain, acceptor }: KindOffices): string[] {
  const stages = chain.map((stage) => labelText(chainLabels[stage]));
  return [name, labelText(roleLabels[coordinator]), stages.join(' → '), labelText(roleLabels[acceptor])];
}
