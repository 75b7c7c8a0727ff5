import { Alert, Button, Input } from 'antd';
import { longestUnitName, readUnitLines, sectionsAtMost } from '@xiaohao/domain';
import { t } from '../../language.js';

interface Props {
  bureauName: string;
  pasted: string;
  onPaste: (text: string) => void;
  busy: boolean;
  error: Error | null;
  onBack: () => void;
  onDone: () => void;
}

/** The names as pasted, and beside them what was read of them. */
export function SectionsStep({ bureauName, pasted, onPaste, busy, error, onBack, onDone }: Props) {
  const { names, repeated, problems } = readUnitLines(pasted.split('\n'), bureauName);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onDone();
      }}
    >
      {error && <Alert type="error" showIcon title={error.message} className="form-error" />}
      <div className="first-use-sections">
        <div>
          <label htmlFor="sections" className="first-use-label">
            {t('firstUse.sections')}
          </label>
          <Input.TextArea
            id="sections"
            autoFocus
            value={pasted}
            onChange={(event) => onPaste(event.target.value)}
            placeholder={t('firstUse.sectionsSample')}
            autoSize={{ minRows: 10, maxRows: 18 }}
            aria-describedby="sections-note"
          />
          <p id="sections-note" className="field-note">
            {t('firstUse.sectionsNote')}
          </p>
        </div>
        <div aria-live="polite">
          <p className="first-use-label">
            {names.length > 0 ? t('firstUse.read', { count: names.length }) : t('firstUse.readNone')}
            {repeated > 0 && <span className="faint"> · {t('firstUse.repeated', { count: repeated })}</span>}
          </p>
          <ul className="first-use-problems">
            {problems.slice(0, 5).map(({ line, name, problem }) => (
              <li key={`${line} ${name}`}>
                ■ {t(`firstUse.line.${problem}`, { line, limit: limits[problem] })}
                <span className="cut">{name}</span>
              </li>
            ))}
          </ul>
          <ol className="first-use-names">
            {names.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ol>
        </div>
      </div>
      <div className="form-end">
        <Button onClick={onBack}>{t('firstUse.back')}</Button>
        <Button type="primary" htmlType="submit" loading={busy} disabled={problems.length > 0}>
          {t('firstUse.finish')}
        </Button>
      </div>
    </form>
  );
}

const limits = { tooLong: longestUnitName, isBureau: '', tooMany: sectionsAtMost };
