// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Addresses of L1 accounts as they appear on L2
/// @notice A contract on L1 and whatever sits at the same address on L2 are strangers, so a contract acts on L2 under
/// another address: its own plus an offset. An externally owned account keeps its address, because its key holds on both sides.
library AddressAliasHelper {
    uint160 internal constant OFFSET = uint160(0x1111000000000000000000000000000000001111);

    /// @dev Length of the code of an account with an EIP-7702 delegation. No contract has code of this length that
    /// begins with 0xef (EIP-3541), so the first three bytes decide.
    uint256 private constant DELEGATION_LENGTH = 23;
    bytes3 private constant DELEGATION_PREFIX = 0xef0100;

    function applyL1ToL2Alias(address l1Address) internal pure returns (address) {
        unchecked {
            return address(uint160(l1Address) + OFFSET);
        }
    }

    function undoL1ToL2Alias(address l2Address) internal pure returns (address) {
        unchecked {
            return address(uint160(l2Address) - OFFSET);
        }
    }

    /// @notice The address under which the caller `sender` acts on L2.
    /// @dev An account without code is not yet an externally owned one: a contract has no code while its constructor runs.
    /// The origin of the transaction always is one; any other account is one only if it shows a delegation.
    function l2Sender(address sender) internal view returns (address) {
        if (sender == tx.origin || isDelegated(sender)) return sender;
        return applyL1ToL2Alias(sender);
    }

    /// @notice The L2 account that gets refunds: `recipient`, or the sender when none is named, aliased if a contract.
    function l2RefundRecipient(address recipient, address sender) internal view returns (address) {
        if (recipient == address(0)) return l2Sender(sender);
        if (recipient.code.length == 0 || isDelegated(recipient)) return recipient;
        return applyL1ToL2Alias(recipient);
    }

    function isDelegated(address account) internal view returns (bool) {
        return account.code.length == DELEGATION_LENGTH && bytes3(account.code) == DELEGATION_PREFIX;
    }
}
