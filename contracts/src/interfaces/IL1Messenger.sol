// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title L1Messenger 0x…8008
/// @notice The event of a successful transaction is an L2→L1 log; the state transition reads it. Anyone may send; the message names the caller.
interface IL1Messenger {
    event L1MessageSent(address indexed sender, bytes32 indexed hash, bytes message);

    /// @return keccak(message)
    function sendToL1(bytes calldata message) external returns (bytes32);
}
