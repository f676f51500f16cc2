package lianxin.desk;

import lianxin.matcher.Problem;

/** The four files, read: a problem in numbers, and what its numbers are called. */
record Town(Problem problem, Names villages, Names units, Names cadres, Names households) {}
