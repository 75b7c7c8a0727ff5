import { App, Button } from 'antd';
import { useDecideFilings, type Filing } from '../../api/indicators.js';
import { t } from '../../language.js';

/** Hands what the unit has saved over to the office, all of it at once. */
export function SubmitButton({ filings }: { filings: readonly Filing[] }) {
  const decide = useDecideFilings();
  const { message } = App.useApp();
  const drafts = filings.filter(({ actions }) => actions.includes('submit'));
  if (drafts.length === 0) return null;
  const submit = () =>
    decide.mutate(
      { action: 'submit', filings: drafts },
      {
        onSuccess: ({ length }) => void message.success(t('filing.submitted', { count: length })),
        onError: (error) => void message.error(error.message),
      },
    );
  return (
    <Button type="primary" loading={decide.isPending} onClick={submit}>
      {t('filing.submitAll', { count: drafts.length })}
    </Button>
  );
}
