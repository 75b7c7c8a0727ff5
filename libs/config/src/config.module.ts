import { Global, Module } from '@nestjs/common';
import { readConfig } from './config.js';

/** Injection token of the one `Config` object. */
export const CONFIG = Symbol('config');

@Global()
@Module({ providers: [{ provide: CONFIG, useFactory: () => readConfig() }], exports: [CONFIG] })
export class ConfigModule {}
