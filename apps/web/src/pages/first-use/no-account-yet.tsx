import { t } from '../../language.js';

/** For whoever comes without the link: where it is to be found. */
export function NoAccountYet() {
  return (
    <div className="first-use-how">
      <h2>{t('firstUse.none')}</h2>
      <p>{t('firstUse.how')}</p>
      <p>{t('firstUse.howAgain')}</p>
      <pre className="command">npm run xiaohao -- user first</pre>
    </div>
  );
}
