/** A face's OpenAPI document, and whether an exchange over HTTP is as it says: read by the document alone. */
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import { z } from 'zod';
import type { callerOf } from '../support/http.ts';

type Call = ReturnType<typeof callerOf>;
export type Answer = Awaited<ReturnType<Call>>;

const Schema = z.custom<AnySchemaObject>((value) => typeof value === 'object' && value !== null);
const Media = z.record(z.string(), z.object({ schema: Schema }));
const Operation = z.object({
  requestBody: z.object({ content: Media }).optional(),
  responses: z.record(
    z.string(),
    z.object({
      content: Media.optional(),
      headers: z.record(z.string(), z.object({ required: z.boolean().optional() })).optional(),
    }),
  ),
});
const Document = z.object({
  openapi: z.literal('3.1.0'),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({ schemas: z.record(z.string(), Schema) }),
});

export type Documented = Awaited<ReturnType<typeof documentOf>>;

/** `call` is at the face's root. */
export async function documentOf(call: Call) {
  const { paths, components } = Document.parse((await call('GET', '/openapi.json')).body);
  const operations = new Map(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation]),
    ),
  );
  const fits = validator(components.schemas);

  function operationOf(name: string): z.infer<typeof Operation> {
    const operation = operations.get(name);
    if (!operation) throw new Error(`The document does not know ${name}.`);
    return operation;
  }

  return {
    /** `GET /x 200` for every status of every operation. */
    statuses: [...operations].flatMap(([name, { responses }]) =>
      Object.keys(responses).map((status) => `${name} ${status}`),
    ),

    /** Status, media type, headers and every field of an answer. */
    expectAnswer(name: string, { status, headers, body }: Answer): void {
      const response = operationOf(name).responses[status];
      expect(response, `${name} does not document ${status}: ${JSON.stringify(body)}`).toBeDefined();
      for (const header of Object.keys(response?.headers ?? {}))
        expect(headers.get(header), header).toBeTruthy();
      const [media] = Object.entries(response?.content ?? {});
      if (!media) {
        expect(body).toBe('');
        return;
      }
      const [type, { schema }] = media;
      expect(headers.get('content-type')).toContain(type);
      expect(fits(schema, body)).toEqual([]);
      // A schema that anything fits would say nothing.
      expect(fits(schema, {})).not.toEqual([]);
    },

    /** What was refused as not understood is refused by the document too, and what was taken is not. */
    expectRequest(name: string, json: unknown, status: number): void {
      const schema = operationOf(name).requestBody?.content['application/json']?.schema;
      if (schema === undefined || json === undefined) return;
      if (status < 300) expect(fits(schema, json)).toEqual([]);
      if (status === 400 || status === 422) expect(fits(schema, json)).not.toEqual([]);
    },
  };
}

/** Answers what does not fit, in words. Fields that no schema names do not fit either. */
function validator(components: Readonly<Record<string, AnySchemaObject>>) {
  const inner = Object.fromEntries(
    Object.entries(components).map(([name, schema]) => [name, within(schema)]),
  );
  const ajv = new Ajv2020({ allErrors: true, strictTypes: false });
  ajv.addKeyword('components');
  ajv.addFormat(
    'date-time',
    (text: string) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) && !Number.isNaN(Date.parse(text)),
  );
  return (schema: AnySchemaObject, value: unknown): string[] => {
    const validate = ajv.compile({ ...closed(schema), components: { schemas: inner } });
    validate(value);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}

/** As it is used: what the schema and those it refers to do not name is not there. */
function closed(schema: AnySchemaObject): AnySchemaObject {
  const names = ['properties', '$ref', 'allOf'].some((keyword) => keyword in schema);
  return names && !('additionalProperties' in schema)
    ? { ...within(schema), unevaluatedProperties: false }
    : within(schema);
}

/** The parts are closed, and the schema itself is left open for others to extend. */
function within(schema: AnySchemaObject): AnySchemaObject {
  const parts = { ...schema };
  if (schema.properties) {
    const fields = Object.entries(schema.properties as Record<string, AnySchemaObject>);
    parts.properties = Object.fromEntries(fields.map(([name, field]) => [name, closed(field)]));
  }
  if (schema.items) parts.items = closed(schema.items);
  if (schema.allOf) parts.allOf = schema.allOf.map(within);
  return parts;
}
