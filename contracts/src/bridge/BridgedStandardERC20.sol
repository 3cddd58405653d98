// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {
    ERC20PermitUpgradeable
} from "@openzeppelin/contracts-upgradeable/token/ERC20/extensions/ERC20PermitUpgradeable.sol";
import {IBridgedStandardERC20} from "../interfaces/IBridgedStandardERC20.sol";

/// @dev Used behind a beacon proxy on both layers. No constructor: on L2 the implementation is placed by genesis, already marked as initialised.
contract BridgedStandardERC20 is IBridgedStandardERC20, ERC20PermitUpgradeable {
    /// @inheritdoc IBridgedStandardERC20
    address public originToken;
    /// @inheritdoc IBridgedStandardERC20
    address public nativeTokenVault;
    /// @inheritdoc IBridgedStandardERC20
    bytes32 public assetId;
    uint8 private _decimals;
    bool private _hasName;
    bool private _hasSymbol;
    bool private _hasDecimals;

    modifier onlyVault() {
        if (msg.sender != nativeTokenVault) revert Unauthorized(msg.sender);
        _;
    }

    /// @inheritdoc IBridgedStandardERC20
    function bridgeInitialize(
        bytes32 tokenAssetId,
        address tokenOrigin,
        bytes calldata name_,
        bytes calldata symbol_,
        bytes calldata decimals_
    ) external initializer {
        assetId = tokenAssetId;
        originToken = tokenOrigin;
        nativeTokenVault = msg.sender;

        string memory tokenName;
        string memory tokenSymbol;
        (_hasName, tokenName) = _tryString(name_);
        (_hasSymbol, tokenSymbol) = _tryString(symbol_);
        (_hasDecimals, _decimals) = _tryDecimals(decimals_);
        __ERC20_init(tokenName, tokenSymbol);
        __ERC20Permit_init(tokenName);
        emit BridgeInitialize(tokenOrigin, tokenName, tokenSymbol, _decimals);
    }

    /// @inheritdoc IBridgedStandardERC20
    function bridgeMint(address account, uint256 amount) external onlyVault {
        _mint(account, amount);
        emit BridgeMint(account, amount);
    }

    /// @inheritdoc IBridgedStandardERC20
    function bridgeBurn(address account, uint256 amount) external onlyVault {
        _burn(account, amount);
        emit BridgeBurn(account, amount);
    }

    function name() public view override returns (string memory) {
        if (!_hasName) revert GetterNotAvailable();
        return super.name();
    }

    function symbol() public view override returns (string memory) {
        if (!_hasSymbol) revert GetterNotAvailable();
        return super.symbol();
    }

    function decimals() public view override returns (uint8) {
        if (!_hasDecimals) revert GetterNotAvailable();
        return _decimals;
    }

    /// @dev External so that a result that is no string can be caught.
    function decodeString(bytes calldata raw) external pure returns (string memory) {
        return abi.decode(raw, (string));
    }

    function _tryString(bytes calldata raw) private view returns (bool, string memory) {
        try this.decodeString(raw) returns (string memory s) {
            return (true, s);
        } catch {
            return (false, "");
        }
    }

    function _tryDecimals(bytes calldata raw) private pure returns (bool, uint8) {
        if (raw.length != 32) return (false, 0);
        uint256 value = uint256(bytes32(raw));
        return value > type(uint8).max ? (false, 0) : (true, uint8(value));
    }
}
