import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { Logger } from '@nestjs/common';
import { readConfig } from '@xiaohao/config';
import { AppModule } from './app.module.js';
import { createApp } from './create-app.js';
import { createLogger } from './logger.js';

// Started by a supervisor that may be killed: when its channel closes, stop too, or the port stays taken.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));

const config = readConfig();
const pages = fileURLToPath(new URL('../../../web', import.meta.url));
const app = await createApp(AppModule, config, pages);
if (config.publicUrlGuessed) {
  new Logger('config').warn(
    `PUBLIC_URL is not set while HOST is ${config.host}: links in mails name ${config.publicUrl}`,
  );
}
await app.listen(config.port, config.host);
createLogger(config.logLevel).info({ host: config.host, port: config.port }, 'api is ready');
