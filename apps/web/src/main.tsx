import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn.js';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { language } from './language.js';
import './styles/base.css';
import './styles/shell.css';
import './styles/lists.css';
import './styles/ticket.css';
import './styles/pages.css';
import './styles/imports.css';
import './styles/people.css';
import './styles/figures.css';
import './styles/learning.css';
import './styles/reports.css';
import './styles/filing.css';
import './styles/dashboard.css';
import './styles/print.css';

dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
