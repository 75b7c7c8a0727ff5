import { App, Button } from 'antd';
import { kindsCoordinatedBy, type Role } from '@xiaohao/domain';
import { useMe } from '../../api/session.js';
import { useForgetAlias, useUnitAliases, type UnitAlias } from '../../api/unit-aliases.js';
import { InstantText } from '../../components/day-text.js';
import { Section } from '../../components/section.js';
import { t } from '../../language.js';

/** Whom names mean that are no unit's own, kept for the next file; nothing where there are none. */
export function AliasList() {
  const { data: aliases = [] } = useUnitAliases();
  const { data: me } = useMe();
  if (aliases.length === 0) return null;
  const mayForget = kindsCoordinatedBy((me?.roles ?? []) as Role[]).length > 0;
  return (
    <Section title={t('import.aliases')} count={aliases.length}>
      <p className="faint">{t('import.aliasesNote')}</p>
      <ul className="former">
        {aliases.map((alias) => (
          <Alias key={alias.id} alias={alias} mayForget={mayForget} />
        ))}
      </ul>
    </Section>
  );
}

function Alias({
  alias: { id, name, unit, keptByName, keptAt, fileName },
  mayForget,
}: {
  alias: UnitAlias;
  mayForget: boolean;
}) {
  const forget = useForgetAlias();
  const { message } = App.useApp();
  return (
    <li>
      <div className="former-link">
        <span>{unit ? t('import.aliasOf', { name, unit }) : t('import.aliasLeft', { name })}</span>
        {mayForget && (
          <Button
            size="small"
            type="text"
            loading={forget.isPending}
            aria-label={t('import.aliasForget', { name })}
            onClick={() => forget.mutate(id, { onError: (error) => void message.error(error.message) })}
          >
            {t('import.profileForget')}
          </Button>
        )}
      </div>
      <p className="faint">
        {keptByName} · <InstantText at={keptAt} /> · {fileName}
      </p>
    </li>
  );
}
