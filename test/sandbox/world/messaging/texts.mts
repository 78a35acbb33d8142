/** What people write to the connected user. */
export const THEIRS = [
  'Thank you for the quick reply. Could we talk tomorrow at ten?',
  'The first version looks good. Two small things are in the list I shared.',
  'Are you free to start on Monday?',
  'I have added you to the project. Please let me know if you can log in.',
  'Our accountant asks for the total of last month.',
  'Could you explain the last step once more, for someone who has not seen it?',
  'We decided to go ahead with the larger plan.\n\nWhat do you need from us?',
  'It failed again this morning: "timeout after 30 s". Can you have a look?',
  'Perfect, exactly what I had hoped for 🎉',
  'Please wait with the release until I have spoken to our team.',
] as const;

/** What the connected user writes. */
export const MINE = [
  'Good morning, I have started with the first part.',
  'Yes, ten works for me.',
  'Here is a short summary:\n- the import runs every hour\n- errors go to your inbox',
  'I found the reason and am testing the fix now.',
  'Done. Please have a look when you have time.',
  'I would suggest keeping it simple at first. What do you think?',
  'Thank you, I was able to log in.',
] as const;

export const FILES = [
  'requirements.pdf',
  'screenshot.png',
  'export.csv',
  'logo.svg',
  'recording.mp4',
] as const;

export const GROUPS = [
  'Launch team',
  'Support rota',
  'Weekly planning',
  'Design feedback',
  'Data import',
  'Holiday cover',
] as const;

export const NOTES = ['Prefers short calls.', 'Pays on the first of the month.'] as const;
