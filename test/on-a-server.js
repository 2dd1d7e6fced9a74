// Says where the services of these tests keep their logs; see store.ts.
process.env.STORE = 'kurrent';
