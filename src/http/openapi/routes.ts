import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { problemsBefore } from './access.js';
import { type OperationDoc, operationOf, sectionOf } from './operation.js';
import { SECTIONS, type Section } from './sections.js';

/** A documented route of a controller. */
export interface Route {
  /** In lower case. */
  readonly method: string;
  /** With parameters in braces. */
  readonly path: string;
  readonly section: Section;
  readonly operation: OperationDoc;
}

/** The documented routes of controllers, section by section. */
export function routesOf(controllers: readonly Type[]): readonly Route[] {
  const routes = controllers.flatMap(routesOfController);
  return Object.keys(SECTIONS).flatMap((section) => routes.filter((route) => route.section === section));
}

function routesOfController(controller: Type): readonly Route[] {
  const base: string = Reflect.getMetadata(PATH_METADATA, controller);
  const section = sectionOf(controller) ?? 'Service';
  return Object.getOwnPropertyNames(controller.prototype).flatMap((name) => {
    const handler: object = controller.prototype[name];
    const operation = operationOf(handler);
    if (!operation) return [];
    const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod].toLowerCase();
    const path = [base, Reflect.getMetadata(PATH_METADATA, handler) as string]
      .flatMap((part) => part.split('/'))
      .filter((part) => part !== '')
      .map((part) => (part.startsWith(':') ? `{${part.slice(1)}}` : part));
    const problems = [...operation.problems, ...problemsBefore(method, operation.needs)];
    return [{ method, path: `/${path.join('/')}`, section, operation: { ...operation, problems } }];
  });
}
