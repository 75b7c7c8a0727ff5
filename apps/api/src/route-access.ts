import type { INestApplication } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { accessKey } from './auth/allow.js';

const pathKey = 'path';

/**
 * Refuses to boot while a route says neither `@Allow`, `@SignedIn` nor `@Public`: rights are denied by default,
 * and a forgotten decorator is found before anybody can call the route.
 */
export function refuseOpenRoutes(app: INestApplication): void {
  const scanner = new MetadataScanner();
  const open: string[] = [];
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype, instance } of module.controllers.values()) {
      if (!metatype || !instance) continue;
      const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
      for (const name of scanner.getAllMethodNames(prototype)) {
        const handler = prototype[name]!;
        const isRoute = Reflect.getMetadata(pathKey, handler) !== undefined;
        const access = Reflect.getMetadata(accessKey, handler) ?? Reflect.getMetadata(accessKey, metatype);
        if (isRoute && access === undefined) open.push(`${metatype.name}.${name}`);
      }
    }
  }
  if (open.length > 0) {
    throw new Error(`routes without @Allow, @SignedIn or @Public: ${open.join(', ')}`);
  }
}
