// LEMON's network simplex on a flow written by FlowFile. Prints the line that Spent reads. Only run() is timed.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <sys/resource.h>
#include <sys/time.h>
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

using namespace lemon;

static double busy() {
  rusage used;
  getrusage(RUSAGE_SELF, &used);
  return used.ru_utime.tv_sec + used.ru_stime.tv_sec + (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

static long resident(const char* what) {
  FILE* status = fopen("/proc/self/status", "r");
  char line[256];
  long kilobytes = 0;
  while (fgets(line, sizeof line, status))
    if (!strncmp(line, what, strlen(what))) kilobytes = atol(line + strlen(what));
  fclose(status);
  return kilobytes / 1000;
}

template <typename T> static T next(FILE* in) {
  T value;
  if (fread(&value, sizeof value, 1, in) != 1) { fprintf(stderr, "the flow ends early\n"); exit(1); }
  return value;
}

int main(int, char** arguments) {
  FILE* in = fopen(arguments[1], "rb");
  if (!in) { perror(arguments[1]); return 1; }
  static char buffer[1 << 20];
  setvbuf(in, buffer, _IOFBF, sizeof buffer);
  int nodes = next<int32_t>(in);
  int64_t arcs = next<int64_t>(in);
  SmartDigraph graph;
  graph.reserveNode(nodes);
  graph.reserveArc(arcs);
  for (int i = 0; i < nodes; i++) graph.addNode();
  SmartDigraph::NodeMap<int> supply(graph);
  SmartDigraph::ArcMap<int> capacity(graph);
  SmartDigraph::ArcMap<int64_t> price(graph);
  for (int i = 0; i < nodes; i++) supply[graph.nodeFromId(i)] = next<int32_t>(in);
  for (int64_t i = 0; i < arcs; i++) {
    int from = next<int32_t>(in), to = next<int32_t>(in);
    auto arc = graph.addArc(graph.nodeFromId(from), graph.nodeFromId(to));
    capacity[arc] = next<int32_t>(in);
    price[arc] = next<int64_t>(in);
  }
  fclose(in);
  long before = resident("VmRSS:");
  NetworkSimplex<SmartDigraph, int, int64_t> simplex(graph);
  simplex.upperMap(capacity).costMap(price).supplyMap(supply);
  double began = busy();
  auto start = std::chrono::steady_clock::now();
  auto end = simplex.run();
  std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
  double spent = busy() - began;
  if (end == simplex.UNBOUNDED) { fprintf(stderr, "unbounded\n"); return 1; }
  long long least = end == simplex.OPTIMAL ? (long long) simplex.totalCost<int64_t>() : INT64_MIN;
  printf("spent %lld %.6f %.6f %ld 0\n", least, wall.count(), spent, resident("VmHWM:") - before);
}
