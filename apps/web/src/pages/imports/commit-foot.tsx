import { App, Button } from 'antd';
import { useCommitImport, type Import } from '../../api/imports.js';
import { useIsPhone } from '../../components/phone.js';
import { t } from '../../language.js';
import { CountWords } from './count-words.js';

const hasFindings = ({ counts }: Import) => (counts.findings ?? 0) > 0;

/** The sheet as it was given, with what was found marked in it. */
export function MarkedFile({ one }: { one: Import }) {
  if (!hasFindings(one)) return null;
  return (
    <Button type="link" href={`/api/imports/${one.id}/errors.xlsx`}>
      {t('import.markedFile')}
    </Button>
  );
}

/** Sheets with rows whose header or title column was not found: what is stored would lack them unnoticed. */
function UnreadSheets({ one, onShowSheet }: { one: Import; onShowSheet: (name: string) => void }) {
  const unread = one.sheets.filter(({ role, pointable }) => role === 'skipped' && pointable);
  if (unread.length === 0) return null;
  return (
    <Button type="link" className="needs-you" onClick={() => onShowSheet(unread[0]!.name)}>
      {t('import.unreadSheets', { count: unread.length, names: unread.map(({ name }) => name).join('、') })}
    </Button>
  );
}

/** Columns nobody understood that look like units, people, days or states: what is stored would lack what they tell. */
function LikelyColumns({ one, onShowSheet }: { one: Import; onShowSheet: (name: string) => void }) {
  const found = one.sheets.flatMap(({ name, findings = [] }) =>
    findings.filter(({ code }) => code === 'columnLikely').map(({ raw }) => ({ sheet: name, heading: raw })),
  );
  if (found.length === 0) return null;
  const names = found.map(({ heading }) => heading).join('、');
  return (
    <Button type="link" className="needs-you" onClick={() => onShowSheet(found[0]!.sheet)}>
      {t('import.likelyColumns', { count: found.length, names })}
    </Button>
  );
}

/** What will be stored, and the button that does; on a phone one line under the thumb. */
export function CommitFoot({
  one,
  busy,
  refused,
  needing,
  elsewhere,
  onNext,
  onShowSheet,
}: {
  one: Import;
  busy: boolean;
  /** It would create what somebody else registers, as is said above. */
  refused: boolean;
  /** Findings of this sheet that need a person: they come before those that are only told. */
  needing: number;
  /** Another sheet that needs a person, where this one does not. */
  elsewhere: string | null;
  onNext: (() => void) | null;
  onShowSheet: (name: string) => void;
}) {
  const commit = useCommitImport(one.id);
  const { message } = App.useApp();
  const waiting = one.counts.attention ?? 0;
  const total = (one.counts.create ?? 0) + (one.counts.update ?? 0);
  const isPhone = useIsPhone();
  return (
    <div className="ledger-foot check-foot">
      <CountWords one={one} />
      <UnreadSheets one={one} onShowSheet={onShowSheet} />
      <LikelyColumns one={one} onShowSheet={onShowSheet} />
      <span className="commit">
        {!isPhone && <MarkedFile one={one} />}
        {waiting > 0 && <span className="faint">{t('import.firstSettle', { count: waiting })}</span>}
        {hasFindings(one) && onNext && (
          <Button onClick={onNext}>
            {elsewhere
              ? t('import.nextSheet', { sheet: elsewhere })
              : t(needing > 0 ? 'import.nextNeeding' : 'import.nextFinding')}
          </Button>
        )}
        <Button
          type="primary"
          disabled={busy || refused || waiting > 0 || total === 0}
          loading={commit.isPending}
          onClick={() => commit.mutate(one.version, { onError: (error) => void message.error(error.message) })}
        >
          {total === 0 && waiting === 0 ? t('import.nothingToStore') : t('import.commit', { count: total })}
        </Button>
      </span>
    </div>
  );
}
