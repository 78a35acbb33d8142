import { hash, idFor } from './random.mts';

/**
 * A term of Upwork's ontology (category, occupation, skill): filters use its ID, people see its
 * label.
 */
export interface Term {
  id: string;
  label: string;
}

/** A field of work and the texts for its job postings. */
export interface Topic {
  category: Term;
  subcategory: Term;
  occupation: Term;
  skills: readonly Term[];
  /** `{tool}` is replaced by one of the tools. */
  titles: readonly [string, ...string[]];
  tools: readonly [string, ...string[]];
  goals: readonly [string, ...string[]];
}

interface TopicWords extends Pick<Topic, 'titles' | 'tools' | 'goals'> {
  path: [category: string, subcategory: string, occupation: string];
  skills: string[];
}

/** The ontology's term with this label: the id follows from the label. */
export function term(label: string): Term {
  return { id: idFor('topic', 0, hash(label)), label };
}

function topic({ path, skills, ...words }: TopicWords): Topic {
  return {
    ...words,
    category: term(path[0]),
    subcategory: term(path[1]),
    occupation: term(path[2]),
    skills: skills.map(term),
  };
}

const AUTOMATION = topic({
  path: ['Web, Mobile & Software Dev', 'Scripts & Utilities', 'Automation Engineering'],
  skills:
    'n8n,Automation,API Integration,Zapier,Make.com,Webhook,JavaScript,Python,CRM Automation,AI Agent Development'.split(
      ',',
    ),
  tools: ['n8n', 'Zapier', 'Make.com', 'a self-hosted n8n', 'n8n and OpenAI'],
  titles: [
    'Workflow automation with {tool}',
    '{tool} expert to connect our CRM and invoicing',
    'Build an automation for lead intake in {tool}',
    'Fix and document our {tool} workflows',
    'Move forty automations over to {tool}',
    'Weekly reporting automation using {tool}',
  ],
  goals: [
    'New leads should reach the right person within five minutes, with no copying by hand.',
    'The automation must survive timeouts and never create the same invoice twice.',
    'We want to see at a glance which step failed and to run it again.',
  ],
});

/** Automation is listed three times, because most demos and tests search for it. */
export const TOPICS: readonly [Topic, ...Topic[]] = [
  AUTOMATION,
  AUTOMATION,
  AUTOMATION,
  topic({
    path: ['Web, Mobile & Software Dev', 'Web Development', 'Full Stack Development'],
    skills:
      'TypeScript,React,Node.js,PostgreSQL,Next.js,Tailwind CSS,REST API,Docker,GraphQL,Vue.js'.split(
        ',',
      ),
    tools: ['React', 'Next.js', 'Vue.js', 'Node.js', 'TypeScript'],
    titles: [
      '{tool} developer for a booking portal',
      'Rebuild our customer dashboard in {tool}',
      'Senior {tool} engineer, long term',
      'Speed up a slow {tool} shop',
      '{tool} developer for a small product team',
    ],
    goals: [
      'Pages should load in under two seconds on an ordinary phone.',
      'The code has tests today, and it must still have them when you are done.',
      'You would own the project from the first sketch to the release.',
    ],
  }),
  topic({
    path: ['Web, Mobile & Software Dev', 'Mobile Development', 'Mobile App Development'],
    skills: 'Flutter,Swift,Kotlin,React Native,Firebase,iOS,Android,Push Notifications'.split(','),
    tools: ['Flutter', 'React Native', 'Swift', 'Kotlin'],
    titles: [
      '{tool} app for a chain of yoga studios',
      'Finish our half-built {tool} app',
      '{tool} developer to add offline mode',
      'Accessibility review of a {tool} app',
    ],
    goals: [
      'The app must work in the underground, so every screen needs an offline state.',
      'Both stores have to accept it before our season starts.',
      'We have the designs and the API; the screens are yours.',
    ],
  }),
  topic({
    path: ['Data Science & Analytics', 'Data Analysis & Testing', 'Data Analytics'],
    skills:
      'Python,SQL,Power BI,Tableau,Pandas,Data Visualization,Google BigQuery,Web Scraping'.split(
        ',',
      ),
    tools: ['Power BI', 'Python', 'BigQuery', 'Tableau', 'SQL'],
    titles: [
      '{tool} dashboard for a wholesale business',
      'Clean two years of sales data with {tool}',
      'Data analyst with {tool} for a monthly report',
      'Forecast stock levels using {tool}',
    ],
    goals: [
      'Our buyers should see what is running out before it does.',
      'Numbers must agree with the accounting to the cent.',
      'Please explain your method so that we can repeat it without you.',
    ],
  }),
  topic({
    path: ['Design & Creative', 'Graphic, Editorial & Presentation Design', 'Graphic Design'],
    skills:
      'Figma,Adobe Illustrator,Logo Design,Brand Identity,Packaging Design,Presentation Design'.split(
        ',',
      ),
    tools: ['Figma', 'Illustrator', 'InDesign'],
    titles: [
      'Packaging for a family bakery, files in {tool}',
      'Pitch deck of fifteen slides in {tool}',
      'Icon set for a gardening app ({tool})',
      'Brand refresh for a bicycle workshop, {tool}',
    ],
    goals: [
      'It should feel warm and plain, nothing glossy.',
      'We print it ourselves, so the files must be print-ready.',
      'Two rounds of changes are planned.',
    ],
  }),
  topic({
    path: ['Writing', 'Content Writing', 'Content Writing'],
    skills:
      'Content Writing,SEO Writing,Copywriting,Technical Writing,Editing & Proofreading,Blog Writing'.split(
        ',',
      ),
    tools: ['software', 'renewable energy', 'personal finance', 'travel'],
    titles: [
      'Writer for long articles on {tool}',
      'Edit a handbook on {tool}',
      'Newsletter about {tool}, twice a month',
      'Help pages for a company in {tool}',
    ],
    goals: [
      'Write for people who are new to the subject, without talking down to them.',
      'Every claim needs a source.',
      'We would like a consistent voice throughout the year.',
    ],
  }),
  topic({
    path: ['Sales & Marketing', 'Digital Marketing', 'Marketing Strategy'],
    skills: 'Google Ads,SEO,Email Marketing,HubSpot,Social Media Management,Lead Generation'.split(
      ',',
    ),
    tools: ['Google Ads', 'HubSpot', 'Mailchimp', 'LinkedIn'],
    titles: [
      'Set up {tool} for a dental practice',
      '{tool} audit with a list of what to change',
      'Run our {tool} campaigns for one quarter',
      'Marketing automation in {tool} for an online school',
    ],
    goals: [
      'The budget is small, so each step must show what it achieved.',
      'We had an agency before and would like to understand what happens this time.',
      'The first results should be measurable after six weeks.',
    ],
  }),
  topic({
    path: ['Accounting & Consulting', 'Accounting', 'Bookkeeping'],
    skills: 'Bookkeeping,QuickBooks Online,Xero,Financial Reporting,Payroll Accounting,Excel'.split(
      ',',
    ),
    tools: ['QuickBooks', 'Xero', 'Excel'],
    titles: [
      'Monthly bookkeeping in {tool}',
      'Clean up eighteen months in {tool}',
      '{tool} bookkeeper for an importer',
      'Cash flow model in {tool}',
    ],
    goals: [
      'The tax adviser needs everything by the tenth of the month.',
      'Receipts arrive by mail and on paper; both must end up in one place.',
      'We pay on time and expect the same care with our books.',
    ],
  }),
];

const KNOWN = new Map(
  TOPICS.flatMap(({ category, subcategory, occupation, skills }) =>
    [category, subcategory, occupation, ...skills].map((known) => [known.id, known] as const),
  ),
);

/** The term with this id, if any topic has it. */
export function termById(id: string): Term | undefined {
  return KNOWN.get(id);
}
