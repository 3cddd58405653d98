package stream

import (
	"crypto/rand"
	"errors"
	"fmt"
	"net"
	"strconv"
	"time"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
)

// maxPayloadBytes is the largest message of the embedded server; NATS advises against more.
const maxPayloadBytes = 8 << 20

// Server is an embedded NATS server with JetStream.
type Server struct {
	nats     *server.Server
	password string // of the one user who may write
}

// ServerConfig is how a server is started.
type ServerConfig struct {
	Dir    string // of JetStream's files; it is created
	Listen string // host:port for readers; port 0 takes a free one
}

const writerUser = "sequencer"

// StartServer starts a server and waits until it answers. Close it when done.
func StartServer(cfg ServerConfig) (*Server, error) {
	host, port, err := net.SplitHostPort(cfg.Listen)
	if err != nil {
		return nil, fmt.Errorf("stream: listen on %q: %w", cfg.Listen, err)
	}
	number, err := strconv.Atoi(port)
	if err != nil || number < 0 || number > 65535 {
		return nil, fmt.Errorf("stream: listen on %q: no port", cfg.Listen)
	}
	if number == 0 {
		number = server.RANDOM_PORT
	}
	s := &Server{password: rand.Text()}
	s.nats, err = server.NewServer(&server.Options{
		ServerName: "ashlar", Host: host, Port: number, JetStream: true, StoreDir: cfg.Dir, NoLog: true, NoSigs: true, MaxPayload: maxPayloadBytes,
		Users: []*server.User{
			{Username: writerUser, Password: s.password},
			{Username: "reader", Password: "reader", Permissions: &server.Permissions{
				Publish:   &server.SubjectPermission{Allow: []string{"$JS.API.INFO", "$JS.API.STREAM.INFO.*", "$JS.API.STREAM.MSG.GET.*", "$JS.API.DIRECT.GET.*"}},
				Subscribe: &server.SubjectPermission{Allow: []string{subjectRoot + ".>", "_INBOX.>"}},
			}},
		},
		NoAuthUser: "reader",
	})
	if err != nil {
		return nil, fmt.Errorf("stream: %w", err)
	}
	s.nats.Start()
	const patience = 30 * time.Second
	if !s.nats.ReadyForConnections(patience) || !s.nats.JetStreamEnabled() {
		s.Close()
		return nil, fmt.Errorf("stream: the embedded NATS server is not up within %v; look whether %s is free and %s can be written", patience, cfg.Listen, cfg.Dir)
	}
	return s, nil
}

// URL is where readers connect.
func (s *Server) URL() string { return s.nats.ClientURL() }

// Close stops the server.
func (s *Server) Close() {
	s.nats.Shutdown()
	s.nats.WaitForShutdown()
}

// connect opens the writer's connection, which does not go through a port.
func (s *Server) connect(options []nats.Option) (*nats.Conn, error) {
	if s.nats == nil {
		return nil, errors.New("stream: the server is not started")
	}
	return nats.Connect("", append(options, nats.InProcessServer(s.nats), nats.UserInfo(writerUser, s.password))...)
}
