import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useFigureTable } from '../../api/former-reports.js';
import { Answer } from '../../components/states.js';
import { t } from '../../language.js';

/** Every tag a template may hold, found by name and copied by a click. */
export function TagList() {
  const asked = useFigureTable();
  const [wanted, setWanted] = useState('');
  const { message } = App.useApp();
  const copy = (tag: string) =>
    void navigator.clipboard.writeText(tag).then(() => message.success(t('template.copied', { tag })));
  return (
    <section className="section">
      <h2>{t('template.words')}</h2>
      <p className="faint">{t('template.wordsNote')}</p>
      <Input.Search
        allowClear
        aria-label={t('learn.search')}
        placeholder={t('learn.search')}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      <Answer asked={asked}>
        {({ figures, words }) => (
          <ul className="tag-list">
            {[
              ...words.map(({ alias, name }) => ({ alias, name, unit: '' })),
              ...figures.map(({ alias, name, unit }) => ({ alias, name, unit })),
            ]
              .filter(({ alias, name }) => `${alias} ${name}`.includes(wanted.trim()))
              .map(({ alias, name, unit }) => (
                <li key={alias}>
                  <Button type="link" size="small" onClick={() => copy(`{${alias}}`)}>
                    {`{${alias}}`}
                  </Button>
                  <span className="faint">
                    {name}
                    {unit && `（${unit}）`}
                  </span>
                </li>
              ))}
          </ul>
        )}
      </Answer>
    </section>
  );
}
