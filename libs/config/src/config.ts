import { existsSync, readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import { plainToInstance, Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  MinLength,
  validateSync,
  ValidateIf,
} from 'class-validator';
import { AppError } from '@xiaohao/errors';
import { isDay } from '@xiaohao/domain';
import { findProgram, isProgram } from './find-program.js';

const loopback = /^(127\.|localhost$|::1$)/;

/** What the environment may say; each field carries the name of its variable. */
export class Environment {
  /** TCP port of the page and the API. */
  @Type(() => Number) @IsInt() @Min(1) @Max(65535) PORT = 3000;
  /** Address to listen on. Demo accounts are refused unless it is loopback. */
  @IsString() HOST = '127.0.0.1';
  /** How links in mails are written; default http://HOST:PORT. */
  @IsOptional() @IsUrl({ require_tld: false }) PUBLIC_URL?: string;
  /** How many proxies in front set X-Forwarded-*; `true` is one. */
  @IsOptional() @Matches(/^(\d|true|false)$/) TRUST_PROXY?: string;
  /** Folder of the embedded cluster, files, captured mail, backups and the generated secret. */
  @IsString() XIAOHAO_DATA = './.xiaohao';
  /** Encrypts reporter identities and channel keys; generated into the data folder when absent. */
  @IsOptional() @IsString() @MinLength(32) XIAOHAO_SECRET?: string;
  /** The application's connection (role xiaohao_app where the cluster is embedded). */
  @IsOptional() @Matches(/^postgres(ql)?:\/\//) DATABASE_URL?: string;
  /** The owner's connection for migrations, backup and restore; default DATABASE_URL. */
  @IsOptional() @Matches(/^postgres(ql)?:\/\//) DATABASE_ADMIN_URL?: string;
  /** Comma-separated replicas for reads that opted in. */
  @IsOptional() @IsString() DATABASE_REPLICA_URLS?: string;
  /** BullMQ on Redis instead of on PostgreSQL. */
  @IsOptional() @Matches(/^redis(s|\+sentinel)?:\/\//) REDIS_URL?: string;
  /** Real mail; without it mails are captured. */
  @IsOptional() @Matches(/^smtps?:\/\//) SMTP_URL?: string;
  @IsOptional() @IsString() SMTP_FROM?: string;
  /** Sign-in through the bureau's identity provider (OpenID Connect); needs PUBLIC_URL, OIDC_CLIENT_ID and https. */
  @IsOptional() @IsUrl({ require_tld: false, protocols: ['http', 'https'] }) OIDC_ISSUER?: string;
  @IsOptional() @IsString() OIDC_CLIENT_ID?: string;
  @IsOptional() @IsString() OIDC_CLIENT_SECRET?: string;
  /** What the button of the sign-in page calls the provider. */
  @IsString() OIDC_NAME = '统一认证';
  /** Which claim names the account: `email` (only when verified) is held against the address, any other against the username. */
  @Matches(/^\w+$/) OIDC_CLAIM = 'preferred_username';
  /** `off`: only administrators sign in by password. */
  @IsIn(['on', 'off']) PASSWORD_SIGN_IN = 'on';
  /** LibreOffice's program, which prints reports as PDF; default `soffice` of the search path. `none`: we print them ourselves. */
  @IsOptional() @IsString() SOFFICE?: string;
  /** So long a ledger may be read, and so much memory that may take (heap, MB); a larger one is refused. Two are read at once. */
  @Type(() => Number) @IsInt() @Min(1) @Max(3600) XIAOHAO_LEDGER_SECONDS = 300;
  @Type(() => Number) @IsInt() @Min(32) @Max(16384) XIAOHAO_LEDGER_MB = 1536;
  /** 1 = load the demo bureau into an empty database. */
  @ValidateIf((e: Environment) => e.XIAOHAO_DEMO !== undefined) @IsIn(['0', '1']) XIAOHAO_DEMO?: string;
  /** A fixed day for rehearsals and tests. */
  @ValidateIf((e: Environment) => e.XIAOHAO_TODAY !== undefined) @Matches(/^\d{4}-\d{2}-\d{2}$/) XIAOHAO_TODAY?: string;
  /** pino level: at info what changes something, is refused or takes long; at debug every request. */
  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'silent']) LOG_LEVEL = 'info';
}

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | null;
  readonly name: string;
  readonly claim: string;
}

/** The validated environment in the product's own words; one object, frozen. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly listensOnLoopback: boolean;
  readonly publicUrl: string;
  /** Nobody said how links are written, and the address listened on is none to open. */
  readonly publicUrlGuessed: boolean;
  readonly oidc: OidcSettings | null;
  readonly passwordSignIn: boolean;
  /** Of the addresses a request was forwarded for only so many, from the last, are not the caller's own invention. */
  readonly trustedProxies: number;
  readonly dataFolder: string;
  readonly secret: string | null;
  readonly databaseUrl: string;
  readonly databaseAdminUrl: string;
  readonly databaseReplicaUrls: readonly string[];
  readonly redisUrl: string | null;
  readonly smtpUrl: string | null;
  readonly smtpFrom: string;
  /** Null where LibreOffice is not installed or not wanted. */
  readonly soffice: string | null;
  readonly ledgerSeconds: number;
  readonly ledgerMb: number;
  readonly demo: boolean;
  readonly today: string | null;
  readonly logLevel: string;
}

/** Reads the environment once; an unreadable variable is named with what it must look like. */
export function readConfig(source: NodeJS.ProcessEnv = process.env): Config {
  const stated = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const environment = plainToInstance(Environment, stated);
  const [problem] = validateSync(environment, { forbidUnknownValues: false });
  if (problem) {
    const reason = Object.values(problem.constraints ?? {}).join('; ');
    throw new AppError('configurationWrong', { what: `${problem.property}: ${reason}` });
  }
  if (environment.XIAOHAO_TODAY && !isDay(environment.XIAOHAO_TODAY)) {
    throw new AppError('configurationWrong', { what: `XIAOHAO_TODAY: ${environment.XIAOHAO_TODAY} is no day` });
  }
  const dataFolder = resolve(environment.XIAOHAO_DATA);
  const databaseUrl = environment.DATABASE_URL ?? '';
  return Object.freeze({
    port: environment.PORT,
    host: environment.HOST,
    listensOnLoopback: loopback.test(environment.HOST),
    publicUrl: (environment.PUBLIC_URL ?? `http://${openableHost(environment.HOST)}:${environment.PORT}`).replace(
      /\/$/,
      '',
    ),
    publicUrlGuessed: !environment.PUBLIC_URL && everyAddress.includes(environment.HOST),
    oidc: oidcSettings(environment),
    passwordSignIn: environment.PASSWORD_SIGN_IN === 'on',
    trustedProxies: environment.TRUST_PROXY === 'true' ? 1 : Number(environment.TRUST_PROXY ?? 0) || 0,
    dataFolder,
    secret: environment.XIAOHAO_SECRET ?? generatedSecret(dataFolder),
    databaseUrl,
    databaseAdminUrl: environment.DATABASE_ADMIN_URL ?? databaseUrl,
    databaseReplicaUrls: (environment.DATABASE_REPLICA_URLS ?? '').split(',').filter(Boolean),
    redisUrl: environment.REDIS_URL ?? null,
    smtpUrl: environment.SMTP_URL ?? null,
    smtpFrom: environment.SMTP_FROM ?? 'xiaohao@localhost',
    soffice: officeProgram(environment.SOFFICE),
    ledgerSeconds: environment.XIAOHAO_LEDGER_SECONDS,
    ledgerMb: environment.XIAOHAO_LEDGER_MB,
    demo: environment.XIAOHAO_DEMO === '1',
    today: environment.XIAOHAO_TODAY ?? null,
    logLevel: environment.LOG_LEVEL,
  });
}

function officeProgram(stated: string | undefined): string | null {
  if (stated === undefined) return findProgram('soffice');
  if (stated === 'none') return null;
  if (!isProgram(stated)) throw new AppError('configurationWrong', { what: `SOFFICE: ${stated} is no program` });
  return stated;
}

const everyAddress = ['0.0.0.0', '::'];

/** `0.0.0.0` is where to listen, not where to go: links then name this machine's first address of the network. */
function openableHost(host: string): string {
  if (!everyAddress.includes(host)) return host.includes(':') ? `[${host}]` : host;
  const addresses = Object.values(networkInterfaces()).flatMap((one) => one ?? []);
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1';
}

function oidcSettings(environment: Environment): OidcSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId } = environment;
  if (!issuer) return null;
  const wrong = (what: string) => new AppError('configurationWrong', { what });
  if (!clientId) throw wrong('OIDC_CLIENT_ID: needed with OIDC_ISSUER');
  if (!environment.PUBLIC_URL) throw wrong('PUBLIC_URL: needed with OIDC_ISSUER, the provider leads people back to it');
  // Who signs in is only as sure as the connection the keys come over.
  const { protocol, hostname } = new URL(issuer);
  if (protocol !== 'https:' && !loopback.test(hostname)) throw wrong('OIDC_ISSUER: must be https');
  const clientSecret = environment.OIDC_CLIENT_SECRET ?? null;
  return { issuer, clientId, clientSecret, name: environment.OIDC_NAME, claim: environment.OIDC_CLAIM };
}

function generatedSecret(dataFolder: string): string | null {
  const file = join(dataFolder, 'secret');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}
