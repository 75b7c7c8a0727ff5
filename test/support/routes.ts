import { MetadataScanner } from '@nestjs/core';
import { AppModule } from '../../apps/api/src/app.module.js';
import { accessKey, opensToTokens, tokensKey, type Access } from '../../apps/api/src/auth/allow.js';

export interface Route {
  method: string;
  path: string;
  access: Access;
  /** Whether a token opens it. */
  tokens: boolean;
}

const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'];

/** Every route of the application with what its decorator demands, read from the controllers themselves. */
export function routesOf(): Route[] {
  const controllers = Reflect.getMetadata('controllers', AppModule) as (new () => object)[];
  return controllers.flatMap((controller) => {
    const prototype = controller.prototype as Record<string, object>;
    return new MetadataScanner().getAllMethodNames(prototype).flatMap((name) => {
      const path = Reflect.getMetadata('path', prototype[name]!) as string | undefined;
      if (path === undefined) return [];
      const base = Reflect.getMetadata('path', controller) as string;
      const said = (key: string) => Reflect.getMetadata(key, prototype[name]!) ?? Reflect.getMetadata(key, controller);
      const access = said(accessKey) as Access;
      const method = methods[Reflect.getMetadata('method', prototype[name]!) as number]!;
      const joined = [base, path].join('/').split('/').filter(Boolean).join('/');
      return [
        {
          method,
          path: joined === 'metrics' ? '/metrics' : `/api/${joined}`,
          access,
          tokens: opensToTokens(access, said(tokensKey)),
        },
      ];
    });
  });
}
