import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import fastifyMultipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import { ValidationPipe, type Type } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { Config } from '@xiaohao/config';
import { AppError } from '@xiaohao/errors';
import { InputBounds } from './input-bounds.pipe.js';
import { createLogger, levelOf, NestLogger } from './logger.js';
import { refuseOpenRoutes } from './route-access.js';

const bodyLimitBytes = 1_000_000;
/** Above what any feature takes: each says its own limit, and says it clearly. */
const uploadLimitBytes = 60_000_000;
const filesAtOnce = 20;
/** Fields beside a file are kept in memory. */
const formFieldLimits = { fields: 20, fieldSize: 10_000 };

/** Builds the application; `pages` is the folder of the built web app, where there is one. */
export async function createApp(
  module: Type<unknown>,
  config: Config,
  pages: string | null,
): Promise<NestFastifyApplication> {
  const logger = createLogger(config.logLevel);
  const adapter = new FastifyAdapter({
    trustProxy: (_address, hop) => hop < config.trustedProxies,
    bodyLimit: bodyLimitBytes,
    forceCloseConnections: true,
    // A path that cannot be decoded never reaches a route, so no filter of ours sees it.
    frameworkErrors: (error: { code: string }, _request: unknown, reply: FastifyReply) => {
      const refused = new AppError('malformed', { what: error.code });
      void reply
        .status(refused.status)
        .send({ code: refused.code, message: refused.message, details: refused.details });
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter as never, {
    logger: new NestLogger(logger),
    abortOnError: false,
    // Fastify's own parser takes JSON alone; Nest's would add what a form of another site can send.
    bodyParser: false,
  });
  app.setGlobalPrefix('api', { exclude: ['/metrics'] });
  app.useGlobalPipes(
    new InputBounds(),
    new ValidationPipe({ transform: true, whitelist: true, forbidNonWhitelisted: true }),
  );
  await app.register(fastifyCookie as never);
  await app.register(
    fastifyMultipart as never,
    { limits: { fileSize: uploadLimitBytes, files: filesAtOnce, ...formFieldLimits } } as never,
  );
  await app.register(fastifyHelmet as never, securityHeaders as never);
  keepNoAnswers(app);
  logRequests(app, logger);
  refuseOpenRoutes(app);
  serveDocuments(app);
  if (pages && existsSync(join(pages, 'index.html'))) await servePages(app, pages);
  app.enableShutdownHooks();
  return app;
}

/** Plain http inside a bureau's network is usual: no HSTS, no upgrade to https. Ant Design needs inline styles. */
const securityHeaders = {
  hsts: false,
  contentSecurityPolicy: {
    directives: {
      defaultSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      frameAncestors: ["'self'"],
      upgradeInsecureRequests: null,
    },
  },
};

/** Answers and evidence stay in no cache: the next person at the same machine may be another. */
function keepNoAnswers(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
      done();
    });
}

function logRequests(app: NestFastifyApplication, logger: ReturnType<typeof createLogger>): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', (request, reply, done) => {
      const ms = Math.round(reply.elapsedTime);
      const [path] = request.url.split('?');
      const answer = { method: request.method, path: path!, status: reply.statusCode, ms };
      logger[levelOf(answer)]({ id: request.id, ...answer });
      done();
    });
}

export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const description = new DocumentBuilder()
    .setTitle('Xiaohao 销号')
    .setDescription('Rectification and task ledger of a public bureau')
    .setVersion('1')
    .addCookieAuth('xiaohao_session', { type: 'apiKey', in: 'cookie', name: 'xiaohao_session' }, 'session')
    .addBearerAuth(
      { type: 'http', scheme: 'bearer', description: 'An access token, xh_…, made on the page 我的' },
      'token',
    )
    .addSecurityRequirements('session')
    .addSecurityRequirements('token')
    .build();
  return SwaggerModule.createDocument(app, description);
}

function serveDocuments(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), { jsonDocumentUrl: 'api/openapi.json' });
}

/** The page for every address that is no file and no API; hashed assets never change, index.html always may. */
async function servePages(app: NestFastifyApplication, pages: string): Promise<void> {
  await app.register(
    fastifyStatic as never,
    {
      root: pages,
      wildcard: false,
      preCompressed: true,
      setHeaders: (reply: FastifyReply, path: string) =>
        void reply.header(
          'cache-control',
          path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        ),
    } as never,
  );
  app
    .getHttpAdapter()
    .getInstance()
    .get('/*', (request, reply) => {
      // A part of a page of a former release is gone; as index.html it would be taken for a script.
      if (/^\/(api|assets)\//.test(request.url)) {
        return reply.status(404).send({ code: 'notFound', message: '没有找到该地址', details: {} });
      }
      return (reply as unknown as { sendFile: (name: string) => unknown }).sendFile('index.html');
    });
}
