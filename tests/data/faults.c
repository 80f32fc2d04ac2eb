/* A library to be loaded before the others: it counts every step by which something below a folder
 * is written, in this process and in those it starts, and lets one of them fail. For tests only.
 *
 * FAULTS_BELOW    the folder, without links
 * FAULTS_COUNTER  a file outside it that holds the number of steps so far (eight bytes)
 * FAULTS_LOG      a file outside it to which each step is added as a line; may be unset
 * FAULTS_STEP     the step that fails; 0 for none
 * FAULTS_HOW      "kill": the whole group of processes is killed before the step is taken
 *                 "once NUMBER": this step fails with an error; "on NUMBER": so do all that follow
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static const char *below;
static size_t below_length;
static long *counter;
static long step;
static int error_once, error_on, is_kill;
static int log_handle = -1;

static void *next(const char *name) {
  return dlsym(RTLD_NEXT, name);
}

/* Called once more by a process that is forked after the library was loaded. */
__attribute__((constructor)) void faults_start(void) {
  const char *path = getenv("FAULTS_COUNTER"), *how = getenv("FAULTS_HOW");
  const char *number = getenv("FAULTS_STEP"), *log = getenv("FAULTS_LOG");
  const char *folder = getenv("FAULTS_BELOW");
  int (*really_open)(const char *, int, ...) = next("open");
  int handle;
  if (!path || !folder)
    return;
  handle = really_open(path, O_RDWR | O_CLOEXEC);
  if (handle < 0)
    return;
  counter = mmap(NULL, sizeof *counter, PROT_READ | PROT_WRITE, MAP_SHARED, handle, 0);
  close(handle);
  if (counter == MAP_FAILED) {
    counter = NULL;
    return;
  }
  if (log)
    log_handle = really_open(log, O_WRONLY | O_APPEND | O_CLOEXEC);
  step = number ? atol(number) : 0;
  if (how && !strcmp(how, "kill"))
    is_kill = 1;
  else if (how && !strncmp(how, "once ", 5))
    error_once = atoi(how + 5);
  else if (how && !strncmp(how, "on ", 3))
    error_on = atoi(how + 3);
  below_length = strlen(folder);
  below = folder;
}

static void note(const char *what, const char *path) {
  ssize_t (*really_write)(int, const void *, size_t) = next("write");
  char line[PATH_MAX + 64];
  int length = snprintf(line, sizeof line, "%s %s\n", what, path + below_length);
  if (length > 0 && really_write(log_handle, line, (size_t)length) < 0)
    _exit(99);
}

/* Count a step on a whole path; return the error that it is to fail with, or 0. */
static int count(const char *what, const char *path) {
  long now;
  if (!counter || strncmp(path, below, below_length))
    return 0;
  if (path[below_length] != '/' && path[below_length])
    return 0;
  now = __atomic_add_fetch(counter, 1, __ATOMIC_SEQ_CST);
  if (log_handle >= 0)
    note(what, path);
  if (!step || now < step)
    return 0;
  if (is_kill) {
    kill(0, SIGKILL);
    for (;;)
      pause();
  }
  return now == step && error_once ? error_once : error_on;
}

static int of_handle(const char *what, int handle) {
  char link[64], path[PATH_MAX];
  ssize_t length;
  if (!counter)
    return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
  length = readlink(link, path, sizeof path - 1);
  if (length <= 0 || path[0] != '/')
    return 0;
  path[length] = 0;
  return count(what, path);
}

static int of_path(const char *what, int folder, const char *path) {
  char whole[2 * PATH_MAX + 2] = "", link[64];
  ssize_t length = 0;
  if (!counter || !path)
    return 0;
  if (path[0] != '/') {
    if (folder == AT_FDCWD)
      snprintf(link, sizeof link, "/proc/self/cwd");
    else
      snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
    length = readlink(link, whole, PATH_MAX);
    if (length <= 0)
      return 0;
    whole[length++] = '/';
  }
  snprintf(whole + length, PATH_MAX, "%s", path);
  return count(what, whole);
}

#define FAIL_IF(fault)                                                                             \
  do {                                                                                             \
    int found = (fault);                                                                           \
    if (found) {                                                                                   \
      errno = found;                                                                               \
      return -1;                                                                                   \
    }                                                                                              \
  } while (0)

static int writes(int flags) {
  return (flags & O_ACCMODE) != O_RDONLY || flags & (O_CREAT | O_TRUNC);
}

static mode_t mode_of(int flags, va_list list) {
  return flags & (O_CREAT | O_TMPFILE) ? va_arg(list, mode_t) : 0;
}

#define OPEN(name)                                                                                 \
  int name(const char *path, int flags, ...) {                                                     \
    int (*really)(const char *, int, ...) = next(#name);                                           \
    va_list list;                                                                                  \
    mode_t mode;                                                                                   \
    va_start(list, flags);                                                                         \
    mode = mode_of(flags, list);                                                                   \
    va_end(list);                                                                                  \
    if (writes(flags))                                                                             \
      FAIL_IF(of_path("open", AT_FDCWD, path));                                                    \
    return really(path, flags, mode);                                                              \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                                               \
  int name(int folder, const char *path, int flags, ...) {                                         \
    int (*really)(int, const char *, int, ...) = next(#name);                                      \
    va_list list;                                                                                  \
    mode_t mode;                                                                                   \
    va_start(list, flags);                                                                         \
    mode = mode_of(flags, list);                                                                   \
    va_end(list);                                                                                  \
    if (writes(flags))                                                                             \
      FAIL_IF(of_path("open", folder, path));                                                      \
    return really(folder, path, flags, mode);                                                      \
  }
OPENAT(openat)
OPENAT(openat64)

#define CREAT(name)                                                                                \
  int name(const char *path, mode_t mode) {                                                        \
    int (*really)(const char *, mode_t) = next(#name);                                             \
    FAIL_IF(of_path("open", AT_FDCWD, path));                                                      \
    return really(path, mode);                                                                     \
  }
CREAT(creat)
CREAT(creat64)

#define FOPEN(name)                                                                                \
  FILE *name(const char *path, const char *mode) {                                                 \
    FILE *(*really)(const char *, const char *) = next(#name);                                     \
    int found = strpbrk(mode, "wa+") ? of_path("open", AT_FDCWD, path) : 0;                        \
    if (found) {                                                                                   \
      errno = found;                                                                               \
      return NULL;                                                                                 \
    }                                                                                              \
    return really(path, mode);                                                                     \
  }
FOPEN(fopen)
FOPEN(fopen64)

ssize_t write(int handle, const void *bytes, size_t size) {
  ssize_t (*really)(int, const void *, size_t) = next("write");
  FAIL_IF(of_handle("write", handle));
  return really(handle, bytes, size);
}

ssize_t writev(int handle, const struct iovec *parts, int size) {
  ssize_t (*really)(int, const struct iovec *, int) = next("writev");
  FAIL_IF(of_handle("write", handle));
  return really(handle, parts, size);
}

#define PWRITE(name, offset_type)                                                                  \
  ssize_t name(int handle, const void *bytes, size_t size, offset_type offset) {                   \
    ssize_t (*really)(int, const void *, size_t, offset_type) = next(#name);                       \
    FAIL_IF(of_handle("write", handle));                                                           \
    return really(handle, bytes, size, offset);                                                    \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define BY_HANDLE(name, word)                                                                      \
  int name(int handle) {                                                                           \
    int (*really)(int) = next(#name);                                                              \
    FAIL_IF(of_handle(word, handle));                                                              \
    return really(handle);                                                                         \
  }
BY_HANDLE(fsync, "sync")
BY_HANDLE(fdatasync, "sync")

#define TRUNCATE(name, offset_type)                                                                \
  int name(int handle, offset_type size) {                                                         \
    int (*really)(int, offset_type) = next(#name);                                                 \
    FAIL_IF(of_handle("truncate", handle));                                                        \
    return really(handle, size);                                                                   \
  }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

int rename(const char *from, const char *to) {
  int (*really)(const char *, const char *) = next("rename");
  FAIL_IF(of_path("rename", AT_FDCWD, to));
  return really(from, to);
}

int renameat(int from_folder, const char *from, int to_folder, const char *to) {
  int (*really)(int, const char *, int, const char *) = next("renameat");
  FAIL_IF(of_path("rename", to_folder, to));
  return really(from_folder, from, to_folder, to);
}

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags) {
  int (*really)(int, const char *, int, const char *, unsigned) = next("renameat2");
  FAIL_IF(of_path("rename", to_folder, to));
  return really(from_folder, from, to_folder, to, flags);
}

int link(const char *from, const char *to) {
  int (*really)(const char *, const char *) = next("link");
  FAIL_IF(of_path("link", AT_FDCWD, to));
  return really(from, to);
}

int linkat(int from_folder, const char *from, int to_folder, const char *to, int flags) {
  int (*really)(int, const char *, int, const char *, int) = next("linkat");
  FAIL_IF(of_path("link", to_folder, to));
  return really(from_folder, from, to_folder, to, flags);
}

int symlink(const char *text, const char *path) {
  int (*really)(const char *, const char *) = next("symlink");
  FAIL_IF(of_path("link", AT_FDCWD, path));
  return really(text, path);
}

#define BY_PATH(name, word)                                                                        \
  int name(const char *path) {                                                                     \
    int (*really)(const char *) = next(#name);                                                     \
    FAIL_IF(of_path(word, AT_FDCWD, path));                                                        \
    return really(path);                                                                           \
  }
BY_PATH(unlink, "unlink")
BY_PATH(rmdir, "unlink")

int unlinkat(int folder, const char *path, int flags) {
  int (*really)(int, const char *, int) = next("unlinkat");
  FAIL_IF(of_path("unlink", folder, path));
  return really(folder, path, flags);
}

int mkdir(const char *path, mode_t mode) {
  int (*really)(const char *, mode_t) = next("mkdir");
  FAIL_IF(of_path("mkdir", AT_FDCWD, path));
  return really(path, mode);
}

int mkdirat(int folder, const char *path, mode_t mode) {
  int (*really)(int, const char *, mode_t) = next("mkdirat");
  FAIL_IF(of_path("mkdir", folder, path));
  return really(folder, path, mode);
}
