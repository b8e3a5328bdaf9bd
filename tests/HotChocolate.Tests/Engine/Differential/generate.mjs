// Writes cases.json: documents made at random from a seed, and what graphql-js answers to them.
// Run it where `npm install graphql@16` has been done:  node generate.mjs <folder of schema.graphql and data.json> <count> <seed>
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(process.cwd() + '/');
const G = require('graphql');
const [folder, count, seed] = [process.argv[2], +(process.argv[3] ?? 2400), +(process.argv[4] ?? 20211)];
const schema = G.buildSchema(readFileSync(folder + '/schema.graphql', 'utf8'));
const data = JSON.parse(readFileSync(folder + '/data.json', 'utf8'));

let state = seed >>> 0;
const random = () => { state = (state + 0x6d2b79f5) >>> 0; let t = state; t = Math.imul(t ^ (t >>> 15), t | 1); t ^= t + Math.imul(t ^ (t >>> 7), t | 61); return ((t ^ (t >>> 14)) >>> 0) / 4294967296; };
const below = n => Math.floor(random() * n);
const chance = p => random() < p;
const pick = list => list[below(list.length)];

const isEcho = name => name.startsWith('echo') || name === 'first';
let asynchronous = false;
const settle = value => {
  if (value && typeof value === 'object') {
    if ('$error' in value) throw new Error(value.$error);
    if ('$async' in value) { asynchronous = true; return new Promise(done => setImmediate(done)).then(() => settle(value.$async)); }
    if (Array.isArray(value)) return value.map(item => item && item.$error ? new Error(item.$error) : settle(item));
  }
  return value;
};
const fieldResolver = (source, args, context, info) => isEcho(info.fieldName) ? JSON.stringify(args) : settle((source ?? data)[info.fieldName]);
const typeResolver = value => value.__typename;

// ---- documents
class Maker {
  constructor() { this.variables = new Map(); this.fragments = []; this.values = {}; this.wild = chance(0.3); }
  literal(type, depth = 0) {
    if (G.isNonNullType(type)) return this.literal(type.ofType, depth);
    if (chance(this.wild ? 0.12 : 0.005)) return pick(['null', '1', '1.5', '"x"', 'true', 'HAPPY', '[1]', '{ a: 1 }', '99999999999', '[]', '{}', '$nowhere']);
    if (G.isListType(type)) return chance(0.15) ? this.literal(type.ofType, depth) : '[' + Array.from({ length: below(3) }, () => this.value(type.ofType, depth + 1)).join(', ') + ']';
    if (chance(0.06)) return 'null';
    switch (type.name) {
      case 'Int': return String(pick([0, 1, -5, 42, 2147483647]));
      case 'Float': return pick(['1.5', '0', '-2.25', '1e3', '7']);
      case 'Boolean': return pick(['true', 'false']);
      case 'ID': return pick(['"a"', '12', '"h1"']);
      case 'String': return pick(['"s"', '""', '"\\u0041\\n\\"q\\""', '"""\n  block\n    more\n  """', '"\\uD83D\\uDE00"', '"é"']);
    }
    if (G.isEnumType(type)) return pick(type.getValues()).name;
    if (G.isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(f => G.isRequiredInputField(f) ? !chance(this.wild ? 0.15 : 0.01) : depth < 3 && chance(0.3));
      return '{ ' + fields.map(f => `${f.name}: ${this.value(f.type, depth + 1)}`).join(', ') + ' }';
    }
    return '"o"';
  }
  value(type, depth) {
    if (!chance(0.25)) { const text = this.literal(type, depth); return G.isNonNullType(type) && text === 'null' && !this.wild ? this.literal(type.ofType, 9).replace(/^null$/, '1') : text; }
    const text = chance(this.wild ? 0.2 : 0.01) ? pick(['Int', 'String!', '[Mood]', 'Filter', 'Dog', 'Nope']) : String(type);
    for (const [name, v] of this.variables) if (v.text === text && chance(0.5)) return '$' + name;
    const name = 'v' + this.variables.size;
    const inner = G.isNonNullType(type) ? type.ofType : type;
    this.variables.set(name, { text, preset: chance(0.3) ? this.constant(inner) : null });
    if (chance(G.isNonNullType(type) ? 0.93 : 0.7)) this.values[name] = this.json(type, 0);
    return '$' + name;
  }
  constant(type) { const keep = this.variables; this.variables = new Map(); let text; for (let i = 0; i < 9; i++) { text = this.literal(type, 1); if (!text.includes('$')) break; text = 'null'; } this.variables = keep; return text; }
  json(type, depth) {
    if (G.isNonNullType(type)) return chance(0.03) ? null : this.json(type.ofType, depth);
    if (chance(0.05)) return null;
    if (chance(this.wild ? 0.12 : 0.02)) return pick([1, 1.5, 'x', true, [1], {}, 1e12, '1']);
    if (G.isListType(type)) return chance(0.15) ? this.json(type.ofType, depth) : Array.from({ length: below(3) }, () => this.json(type.ofType, depth + 1));
    switch (type.name) {
      case 'Int': return pick([0, 3, -7]);
      case 'Float': return pick([0.5, 4, -1.25]);
      case 'Boolean': return chance(0.5);
      case 'ID': return pick(['a', 5]);
      case 'String': return pick(['s', '', 'line\nnext "q"']);
    }
    if (G.isEnumType(type)) return pick(type.getValues()).name;
    if (G.isInputObjectType(type)) {
      const result = {};
      for (const f of Object.values(type.getFields())) if (G.isRequiredInputField(f) ? !chance(0.03) : depth < 3 && chance(0.25)) result[f.name] = this.json(f.type, depth + 1);
      if (chance(0.03)) result.unknown = 1;
      return result;
    }
    return 'o';
  }
  args(list) {
    const given = list.filter(a => G.isRequiredArgument(a) ? !chance(this.wild ? 0.1 : 0.005) : chance(0.5)).map(a => `${a.name}: ${this.value(a.type, 0)}`);
    if (chance(this.wild ? 0.05 : 0.002)) given.push(pick(['v: 1', 'zzz: 2', 'id: "q"']));
    return given.length ? `(${given.join(', ')})` : '';
  }
  directives() {
    if (chance(0.85)) return '';
    const truth = () => chance(0.6) ? pick(['true', 'false']) : this.value(new G.GraphQLNonNull(G.GraphQLBoolean), 9);
    const roll = random();
    if (roll < 0.45) return ` @include(if: ${truth()})`;
    if (roll < 0.9) return ` @skip(if: ${truth()})`;
    return this.wild ? pick([' @once', ' @repeat @repeat(times: 2)', ' @once @once', ' @nope', ' @deprecated', ' @skip']) : ' @repeat(note: "n") @repeat';
  }
  set(type, depth) {
    const parts = [];
    const wanted = 1 + below(depth > 2 ? 2 : 4);
    while (parts.length < wanted) {
      const roll = random();
      if (roll < 0.1 || (G.isUnionType(type) && roll < 0.25)) parts.push('__typename');
      else if (roll < (G.isAbstractType(type) ? 0.5 : 0.2)) parts.push(this.inline(type, depth));
      else if (roll < (G.isAbstractType(type) ? 0.6 : 0.28) && depth < 3) parts.push(this.spread(type, depth));
      else if (G.isUnionType(type)) parts.push(this.inline(type, depth));
      else parts.push(this.field(type, depth));
    }
    return '{ ' + parts.join(' ') + ' }';
  }
  field(type, depth) {
    const all = Object.values(type.getFields());
    const shallow = all.filter(f => G.isLeafType(G.getNamedType(f.type)));
    const field = pick(depth >= 4 && shallow.length ? shallow : all);
    if (chance(this.wild ? 0.06 : 0.002)) return pick(['nothing', 'id', 'name', 'size', 'meows { x }', 'barks']);
    const alias = chance(0.25) ? pick(['a: ', 'b: ', 'name: ', 'size: ', 'x' + below(50) + ': ']) : '';
    const named = G.getNamedType(field.type);
    const inner = G.isCompositeType(named) ? (depth >= 6 ? ' { __typename }' : ' ' + this.set(named, depth + 1)) : '';
    return alias + field.name + this.args(field.args) + this.directives() + (chance(this.wild ? 0.04 : 0) ? (inner ? '' : ' { id }') : inner);
  }
  related(type) {
    if (this.wild && chance(0.2)) return pick(['Dog', 'Cat', 'Human', 'Pet', 'Anything', 'Mood', 'Nope', 'Query'].map(n => schema.getType(n) ?? { name: n, bad: true }));
    const possible = G.isAbstractType(type) ? [...schema.getPossibleTypes(type)] : [type];
    const abstract = ['Node', 'Being', 'Pet', 'Anything', 'DogOrHuman'].map(n => schema.getType(n)).filter(t => possible.some(p => schema.isSubType(t, p)));
    return pick([...possible, ...abstract, type]);
  }
  inline(type, depth) {
    if (chance(0.1)) return `...${this.directives()} ${this.set(type, depth + 1)}`;
    const on = this.related(type);
    return `... on ${on.name}${this.directives()} ${G.isCompositeType(on) ? this.set(on, depth + 1) : '{ id }'}`;
  }
  spread(type, depth) {
    const known = this.fragments.filter(f => f.done && (f.on === type || this.wild));
    if (known.length && chance(0.6)) return '...' + pick(known).name + this.directives();
    if (this.fragments.length >= 3) return chance(this.wild ? 0.2 : 0) ? '...' + pick(this.fragments).name : '__typename';
    const fragment = { name: 'F' + this.fragments.length, on: this.related(type), done: false };
    this.fragments.push(fragment);
    fragment.body = G.isCompositeType(fragment.on) ? this.set(fragment.on, depth + 1) : '{ id }';
    fragment.done = true;
    return '...' + fragment.name + this.directives();
  }
  document() {
    const kind = chance(0.9) ? 'query' : chance(0.7) ? 'mutation' : 'subscription';
    const root = kind === 'query' ? schema.getQueryType() : kind === 'mutation' ? schema.getMutationType() : schema.getSubscriptionType();
    const body = this.set(root, 0);
    if (this.wild && chance(0.05)) this.variables.set('unused', { text: 'Int', preset: null });
    const variables = [...this.variables].filter(() => !(this.wild && chance(0.03))).map(([n, v]) => `$${n}: ${v.text}${v.preset === null ? '' : ' = ' + v.preset}`);
    const head = kind === 'query' && !variables.length && chance(0.5) ? '' : `${kind}${chance(0.5) || variables.length ? ' Q' : ''}${variables.length ? `(${variables.join(', ')})` : ''} `;
    let text = head + body + this.fragments.map(f => ` fragment ${f.name} on ${f.on.name} ${f.body}`).join('');
    if (chance(0.12)) text = this.damage(text);
    if (chance(0.03)) text += pick([' query Other { dog { id } }', ' { dog { id } }', ' type X { a: Int }', ' fragment Unused on Dog { id }']);
    return text;
  }
  damage(text) {
    const tokens = text.match(/"""[^]*?"""|"(?:\\.|[^"\\])*"|\.\.\.|[\w.$@-]+|[^\s\w]/g);
    for (let i = 0; i <= below(2); i++) {
      const at = below(tokens.length);
      const roll = below(4);
      if (roll === 0) tokens.splice(at, 1);
      else if (roll === 1) tokens.splice(at, 0, tokens[at]);
      else if (roll === 2) tokens.splice(at, 1, pick(tokens));
      else tokens.splice(at, 0, pick(['{', '}', '(', ')', '!', '$', ':', '@x', '...', '01', '1.', '"', "'", '&', '\\', 'on', 'null', '#c\n']));
    }
    return tokens.join(' ');
  }
}

async function answer(source, variableValues) {
  let document;
  try { document = G.parse(source); } catch { return { k: 'syntax' }; }
  // Descriptions of operations, fragments and variables came after October 2021; the reference already reads them.
  let isLater = false;
  G.visit(document, { enter(node) { isLater ||= node.description !== undefined; } });
  if (isLater) return { k: 'syntax' };
  // graphql-js throws out of its own validation for a subscription with a variable condition; such a document is left out.
  try { if (G.validate(schema, document).length) return { k: 'invalid' }; } catch { return null; }
  asynchronous = false;
  const operation = document.definitions.find(d => d.kind === 'OperationDefinition');
  if (operation.operation === 'subscription') return { k: 'valid' };
  const result = await G.execute({ schema, document, variableValues, fieldResolver, typeResolver });
  if (!('data' in result)) return { k: 'refused' };
  const entry = { k: asynchronous ? 'async' : 'sync', d: result.data };
  if (result.errors) entry.e = result.errors.map(e => (e.path ?? []).join('/')).sort();
  return entry;
}

const cases = [];
const seen = new Set();
const tally = {};
while (cases.length < count) {
  const maker = new Maker();
  const q = maker.document();
  if (q.length > 700 || seen.has(q)) continue;
  seen.add(q);
  const answered = await answer(q, maker.values);
  const entry = { q, ...(Object.keys(maker.values).length ? { v: maker.values } : {}), ...answered };
  if (!answered || JSON.stringify(entry).length > 1400) continue;
  tally[entry.k] = (tally[entry.k] ?? 0) + 1;
  if (entry.k === 'syntax' && tally.syntax > count * 0.1) continue;
  cases.push(entry);
}
writeFileSync(folder + '/cases.json', '[\n' + cases.map(c => JSON.stringify(c)).join(',\n') + '\n]\n');
// @oneOf and deprecated directives came after October 2021; the reference already knows them.
const asked = { schemaDescription: true, specifiedByUrl: true, directiveIsRepeatable: true, inputValueDeprecation: true, oneOf: false };
const described = G.introspectionFromSchema(schema, asked).__schema;
described.directives = described.directives.filter(d => d.name !== 'oneOf');
for (const type of described.types) type.fields = type.fields && type.fields.filter(f => f.name !== 'isOneOf');
for (const directive of described.directives) { delete directive.isDeprecated; delete directive.deprecationReason; directive.locations = directive.locations.filter(l => l !== 'DIRECTIVE_DEFINITION'); }
const known = name => described.types.find(t => t.name === name);
known('__Directive').fields = known('__Directive').fields.filter(f => !f.name.includes('eprecat'));
known('__DirectiveLocation').enumValues = known('__DirectiveLocation').enumValues.filter(v => v.name !== 'DIRECTIVE_DEFINITION');
known('__Schema').fields.find(f => f.name === 'directives').args = [];
// The reference tells a default with the defaults inside it filled in; what the schema's author wrote is compared.
const asWritten = (given, definitions) => { for (const v of given ?? []) { const d = definitions.find(x => x.name === v.name); if (d?.astNode?.defaultValue) v.defaultValue = G.print(d.astNode.defaultValue); } };
for (const type of described.types) {
  const fields = schema.getType(type.name).getFields?.() ?? {};
  asWritten(type.inputFields, Object.values(fields));
  for (const field of type.fields ?? []) asWritten(field.args, fields[field.name].args);
}
writeFileSync(folder + '/introspection.json', JSON.stringify(described));
writeFileSync(folder + '/introspection.graphql', G.getIntrospectionQuery(asked) + '\n');
console.log(tally);
