// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title What an account delegates to (EIP-7702) to make several calls in one transaction.
contract Batcher {
    struct Call {
        address to;
        uint256 value;
        bytes data;
    }

    event Batched(address indexed account, uint256 calls);

    error NotTheAccount();

    function batch(Call[] calldata calls) external payable {
        if (msg.sender != address(this)) revert NotTheAccount();
        for (uint256 i = 0; i < calls.length; i++) {
            (bool ok, bytes memory out) = calls[i].to.call{value: calls[i].value}(calls[i].data);
            if (!ok) {
                assembly {
                    revert(add(out, 32), mload(out))
                }
            }
        }
        emit Batched(address(this), calls.length);
    }

    receive() external payable {}
}
