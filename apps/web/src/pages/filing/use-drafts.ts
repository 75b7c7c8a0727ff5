import { App } from 'antd';
import { useState } from 'react';
import { ApiError } from '../../api/client.js';
import { useFileIndicator, useFreshSheet, type Filing, type IndicatorSheet } from '../../api/indicators.js';
import { t } from '../../language.js';
import { draftOf, isChanged, readNumber, type Draft } from './filing-drafts.js';

/** What was typed for a unit and period, and how it is saved row by row. */
export function useDrafts(sheet: IndicatorSheet, unitId: string) {
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({});
  const [saving, setSaving] = useState<string | null>(null);
  const file = useFileIndicator();
  const askSheet = useFreshSheet();
  const { message } = App.useApp();
  const filings = new Map(sheet.indicators.map((row) => [row.key, row.filings.find(({ unit }) => unit.id === unitId)]));
  const changed = sheet.indicators
    .map(({ key }) => key)
    .filter((key) => drafts[key] && isChanged(drafts[key], filings.get(key)));
  const put = (key: string, draft: Draft | undefined) =>
    setDrafts(({ [key]: _, ...others }) => (draft ? { ...others, [key]: draft } : others));

  const presentFiling = async (key: string) => {
    const present = await askSheet(sheet.period);
    return present.indicators.find((row) => row.key === key)?.filings.find(({ unit }) => unit.id === unitId);
  };

  const edit = (key: string, change: Partial<Pick<Draft, 'value' | 'note'>>) =>
    setDrafts((held) => ({
      ...held,
      [key]: { ...(held[key] ?? draftOf(filings.get(key))), ...change, problem: undefined },
    }));

  const save = async (key: string): Promise<boolean> => {
    const draft = drafts[key]!;
    const value = readNumber(draft.value);
    if (value === null) {
      put(key, { ...draft, problem: t(draft.value.trim() === '' ? 'filing.cannotClear' : 'filing.notNumber') });
      return false;
    }
    setSaving(key);
    const { period } = sheet;
    const note = draft.note.trim() || null;
    // Saving leaves it with the department; submitting is a step of its own.
    const body = { unitId, period, value, note, version: draft.version, submit: false };
    try {
      await file.mutateAsync({ key, ...body });
      put(key, undefined);
      return true;
    } catch (error) {
      const isStale = error instanceof ApiError && error.status === 409;
      const present = isStale ? await presentFiling(key) : undefined;
      // The conflict has been told: the next save is made over what stands there now.
      put(
        key,
        isStale
          ? { ...draft, version: present?.version ?? 0, problem: conflictWords(present) }
          : { ...draft, problem: (error as Error).message },
      );
      return false;
    } finally {
      setSaving(null);
    }
  };

  const saveAll = async () => {
    let count = 0;
    for (const key of changed) if (await save(key)) count++;
    if (count > 0) void message.success(t('filing.savedCount', { count }));
  };

  return {
    filings,
    changed,
    saving,
    edit,
    save,
    saveAll,
    draft: (key: string): Draft => drafts[key] ?? draftOf(filings.get(key)),
  };
}

function conflictWords(present: Filing | undefined): string {
  return t('filing.conflict', { by: present?.filedBy ?? '', value: present?.value ?? '' });
}
