import { App, Button } from 'antd';
import { columnMeaningLabels } from '@xiaohao/messages';
import { useForgetProfile, useImportProfiles, type ImportProfile } from '../../api/import-profiles.js';
import { InstantText } from '../../components/day-text.js';
import { Section } from '../../components/section.js';
import { labelOf, t } from '../../language.js';

/** Meanings of columns that are kept for the next file; nothing where there are none. */
export function ProfileList() {
  const { data: profiles = [] } = useImportProfiles();
  if (profiles.length === 0) return null;
  return (
    <Section title={t('import.profiles')} count={profiles.length}>
      <p className="faint">{t('import.profilesNote')}</p>
      <ul className="former">
        {profiles.map((profile) => (
          <Profile key={profile.id} profile={profile} />
        ))}
      </ul>
    </Section>
  );
}

function Profile({
  profile: { id, headings, meanings, fileName, sheet, keptByName, keptAt },
}: {
  profile: ImportProfile;
}) {
  const forget = useForgetProfile();
  const { message } = App.useApp();
  const read = headings.map((heading, at) => `${heading} → ${labelOf(columnMeaningLabels, meanings[at]!)}`);
  return (
    <li>
      <div className="former-link">
        <span className="cut" title={fileName}>
          {fileName} · {sheet}
        </span>
        <Button
          size="small"
          type="text"
          loading={forget.isPending}
          aria-label={t('import.profileForgetOne', { file: fileName })}
          onClick={() => forget.mutate(id, { onError: (error) => void message.error(error.message) })}
        >
          {t('import.profileForget')}
        </Button>
      </div>
      <p className="faint two-lines" title={read.join('\n')}>
        {read.join('；')}
      </p>
      <p className="faint">
        {keptByName} · <InstantText at={keptAt} />
      </p>
    </li>
  );
}
