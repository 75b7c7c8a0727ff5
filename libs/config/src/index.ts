export { Environment, readConfig, type Config, type OidcSettings } from './config.js';
export { CONFIG, ConfigModule } from './config.module.js';
