/*
 * carry listen PORT [mptcp]            what the first client sends goes to standard output
 * carry connect ADDRESS PORT [mptcp]   standard input goes to the server
 *
 * With "mptcp" it asks for IPPROTO_MPTCP itself, without it for TCP.
 */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#ifndef IPPROTO_MPTCP
#define IPPROTO_MPTCP 262
#endif

static void die(const char *what)
{
	perror(what);
	exit(1);
}

static void copy(int from, int to)
{
	char buffer[65536];
	ssize_t got;

	while ((got = read(from, buffer, sizeof buffer)) > 0)
		for (ssize_t put = 0; put < got;) {
			ssize_t n = write(to, buffer + put, got - put);
			if (n < 0)
				die("write");
			put += n;
		}
	if (got < 0)
		die("read");
}

int main(int argc, char **argv)
{
	int mptcp = argc > 1 && strcmp(argv[argc - 1], "mptcp") == 0;
	int listens = argc > 2 && strcmp(argv[1], "listen") == 0;
	int connects = argc > 3 && strcmp(argv[1], "connect") == 0;
	struct sockaddr_in address = { .sin_family = AF_INET };
	int on = 1;

	if (!listens && !connects)
		return 2;
	int fd = socket(AF_INET, SOCK_STREAM, mptcp ? IPPROTO_MPTCP : IPPROTO_TCP);
	if (fd < 0)
		die("socket");
	if (connects) {
		inet_pton(AF_INET, argv[2], &address.sin_addr);
		address.sin_port = htons(atoi(argv[3]));
		if (connect(fd, (struct sockaddr *)&address, sizeof address) < 0)
			die("connect");
		copy(0, fd);
		return 0;
	}
	address.sin_port = htons(atoi(argv[2]));
	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
	if (bind(fd, (struct sockaddr *)&address, sizeof address) < 0 || listen(fd, 8) < 0)
		die("listen");
	for (;;) {
		int client = accept(fd, NULL, NULL);
		if (client < 0)
			die("accept");
		copy(client, 1);
		close(client);
	}
}
